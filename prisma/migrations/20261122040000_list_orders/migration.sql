-- Lists go along an index in every order they offer, so that a page costs the same however many schemes there are.
CREATE INDEX "scheme_title_id_idx" ON "scheme"("title", "id");
CREATE INDEX "scheme_support_dong_id_idx" ON "scheme"("support_dong", "id");

-- Entries go into these indexes at once: a list of those still to be sorted in would be read whole by every search.
ALTER INDEX "scheme_readers_idx" SET (fastupdate = off);
ALTER INDEX "scheme_search" SET (fastupdate = off);
ALTER INDEX "document_readers_idx" SET (fastupdate = off);
ALTER INDEX "document_subjects_idx" SET (fastupdate = off);
