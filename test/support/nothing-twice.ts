/** Questions to the database whose answer must be no row: of what is there, nothing may be there twice, and nothing beside what was owed. */
export const nothingTwice: [what: string, text: string][] = [
  ['no number of a register twice', 'SELECT number FROM register_entry GROUP BY issuer_id, series, year, number HAVING count(*) > 1'],
  ['no document with two numbers', 'SELECT document_id FROM register_entry GROUP BY document_id HAVING count(*) > 1'],
  [
    'no gap in a register',
    `SELECT r.* FROM register r WHERE last <> (SELECT count(*) FROM register_entry e WHERE (e.issuer_id, e.series, e.year) = (r.issuer_id, r.series, r.year))
       OR last <> (SELECT max(number) FROM register_entry e WHERE (e.issuer_id, e.series, e.year) = (r.issuer_id, r.series, r.year))`,
  ],
  ['no two receipts of one scheme', "SELECT scheme_id FROM document WHERE type = 'receipt' GROUP BY scheme_id HAVING count(*) > 1"],
  [
    'no document issued, rendered, prepared, signed or sealed twice in the same place',
    `SELECT thing_id, type FROM fact WHERE type IN ('document-issued', 'file-rendered', 'file-prepared', 'person-signed', 'organisation-signed', 'evidence-stored', 'file-signed') GROUP BY thing_id, type, data->>'field' HAVING count(*) > 1`,
  ],
  [
    'no document beside those that were owed',
    `SELECT owed, drafted FROM (SELECT coalesce(sum((c.answer->>'documents')::int), 0) AS owed FROM owed o JOIN command c ON c.id = o.done_by WHERE o.what = 'draft-document') o,
       (SELECT count(*) AS drafted FROM fact WHERE type = 'document-drafted' AND actor = 'process') d WHERE owed <> drafted`,
  ],
  [
    'no stage of a clock struck twice',
    "SELECT thing_id FROM fact WHERE type IN ('clock-reminded', 'clock-ran-out') GROUP BY thing_id, type, data, at HAVING count(*) > 1",
  ],
  [
    'no letter beside those that were owed, and none missing',
    `SELECT owed, written FROM (SELECT coalesce(sum((c.answer->>'letters')::int), 0) AS owed FROM owed o JOIN command c ON c.id = o.done_by WHERE o.what IN ('notify', 'distribute')) o,
       (SELECT count(*) AS written FROM letter) l WHERE owed <> written`,
  ],
  ['no payment slip twice', 'SELECT number FROM payment_slip GROUP BY year, number HAVING count(*) > 1'],
  [
    'no payment recorded but by its slip',
    `SELECT recorded, slips FROM (SELECT count(*) AS recorded FROM fact WHERE type IN ('payment-recorded', 'repayment-recorded')) f, (SELECT count(*) AS slips FROM payment_slip) s
       WHERE recorded <> slips`,
  ],
  [
    'no command told to another thing twice',
    "SELECT command_id FROM fact WHERE actor = 'process' GROUP BY command_id HAVING count(DISTINCT thing_id) > 1",
  ],
];
