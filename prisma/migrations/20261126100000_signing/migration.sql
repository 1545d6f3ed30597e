-- What holds up something that is owed, for whoever asks what is waited for.
ALTER TABLE "owed" ADD COLUMN "waits" JSONB;

-- A document whose time-stamp was renewed has another file; all its former ones stay known.
ALTER TABLE "document" ADD COLUMN "former_files" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "stamp_holds_until" TIMESTAMPTZ(3);
CREATE INDEX "document_file_idx" ON "document"("file");
CREATE INDEX "document_former_files_idx" ON "document" USING GIN ("former_files");
CREATE INDEX "document_stamp_holds_until_idx" ON "document"("stamp_holds_until");
