-- Documents are listed by their titles too, along an index as in every order that a list offers.
CREATE INDEX "document_title_id_idx" ON "document"("title", "id");
