-- Documents that came from outside, as their receivers' registers have them.
CREATE TABLE "incoming" (
    "id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "arrived_on" DATE NOT NULL,
    "author" TEXT NOT NULL,
    "symbol" TEXT,
    "date" DATE,
    "type_name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "handler" TEXT,
    "exchange_id" TEXT,
    "duplicate_of" TEXT,
    "files" TEXT[],
    "readers" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incoming_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "incoming_owner_id_year_number_key" ON "incoming"("owner_id", "year", "number");
CREATE INDEX "incoming_exchange_id_idx" ON "incoming"("exchange_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "incoming" TO scheme_app;
