-- Lists: of which sources a scheme's budget is made, and texts searched without their diacritics, as commit/projections.ts has them.
ALTER TABLE "scheme" ADD COLUMN "sources" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
UPDATE "scheme" s SET "sources" = ARRAY(
  SELECT DISTINCT f->>'source' FROM "thing" t, jsonb_array_elements(t.data->'proposal'->'lines') l, jsonb_array_elements(l->'funding') f
  WHERE t.id = s.id AND (f->>'amountDong')::bigint > 0 ORDER BY 1);

CREATE FUNCTION searchable(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(translate(regexp_replace(normalize($1, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd'))
$$;
CREATE INDEX "document_search" ON "document" USING gin (searchable("title" || ' ' || coalesce("symbol", '')) gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX "incoming_search" ON "incoming" USING gin (searchable("author" || ' ' || "subject" || ' ' || coalesce("symbol", '')) gin_trgm_ops) WITH (fastupdate = off);

-- What a person last did, for those who wait for others; and what was taken down just now, for pages that are open.
CREATE INDEX "fact_actor_recorded_at_idx" ON "fact"("actor", "recorded_at" DESC) WHERE "actor" <> 'process';
CREATE INDEX "fact_recorded_at_brin" ON "fact" USING brin ("recorded_at") WITH (pages_per_range = 16);

-- How somebody likes to see a list.
CREATE TABLE "saved_view" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_view_person_id_room_name_key" ON "saved_view"("person_id", "room", "name");
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How somebody wants to be told: each letter at once, or all of a day in one.
CREATE TABLE "telling" (
    "person_id" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "telling_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "telling_way" CHECK ("way" IN ('at-once', 'digest'))
);
ALTER TABLE "telling" ADD CONSTRAINT "telling_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "digest" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "digest_person_id_day_key" ON "digest"("person_id", "day");
ALTER TABLE "digest" ADD CONSTRAINT "digest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "letter" ADD COLUMN "held" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "digest_id" TEXT;
CREATE INDEX "letter_held_idx" ON "letter"("person_id") WHERE "held" AND "digest_id" IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON "saved_view", "telling", "digest" TO scheme_app;
