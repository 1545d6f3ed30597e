-- Whether a round has a scheme in some state is asked for every inbox: by an index, however many schemes it has.
CREATE INDEX "scheme_round_id_state_idx" ON "scheme"("round_id", "state");
