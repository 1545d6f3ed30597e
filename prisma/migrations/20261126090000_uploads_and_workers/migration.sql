-- The same file may be handed in by several people, each under a name of their own.
CREATE TABLE "upload" (
    "sha256" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("sha256","person_id")
);
INSERT INTO "upload" ("sha256", "person_id", "name", "created_at") SELECT "sha256", "uploaded_by", "name", "created_at" FROM "file";

-- A worker says every few seconds that it works.
CREATE TABLE "worker" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

GRANT SELECT, INSERT, UPDATE ON "upload" TO scheme_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "worker" TO scheme_app;
