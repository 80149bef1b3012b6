// The codes that iyzico's pages list as plain refusals: with one of them under HTTP 200 or 400, nothing was done. So no fault answers
// with one of them after a request was carried out.

const BELOW_10000 = [6, 7, 11, 20, 22, 24, 1000, 1001, 1002, 1003, 1006, 5087, 5266, 9000];
const BANKS = [
  ...[10005, 10012, 10034, 10041, 10043, 10051, 10054, 10057, 10058, 10084, 10093, 10201],
  ...[10205, 10206, 10207, 10208, 10209, 10210, 10211, 10212, 10213, 10215, 10216, 10217, 10218],
  ...[10220, 10221, 10222, 10223, 10224, 10225, 10226, 10227, 10229, 10230, 10231, 10232, 10233, 10234, 10235, 10246],
];
const LIMIT = [50000];
const TERMINALS = [100310, 100311, 380101, 380102, 380104, 380105, 380107, 380108, 380109, 380111, 380112, 380201, 380204];

const LISTED = new Set([...BELOW_10000, ...BANKS, ...LIMIT, ...TERMINALS]);

/** Whether this is the number of a listed refusal, however it is spelled. */
export const isListedRefusal = (code) => LISTED.has(Number(code));
