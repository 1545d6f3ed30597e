-- The most urgent of somebody's inbox are found without looking at the rest, however long it is.
CREATE INDEX "waiting_holder_due_since_thing_id_idx" ON "waiting"("holder", "due", "since", "thing_id");
DROP INDEX "waiting_holder_since_idx";
