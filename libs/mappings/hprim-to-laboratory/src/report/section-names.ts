/**
 * Names of sections that mean one chapter of the CR-BIO and no other, as senders write them in OBX.15 and OBR.24: the format has no list.
 * `IMMUNO` or `HORMONO` are not here: laboratories print them under different chapters, and pair them in their own settings.
 */
export const SECTION_NAMES: Readonly<Record<string, string>> = {
  BIOCH: '18719-5',
  BIOCHIMIE: '18719-5',
  HEMATO: '18723-7',
  HEMATOLOGIE: '18723-7',
  HÉMATOLOGIE: '18723-7',
  HEMOSTASE: '18720-3',
  HÉMOSTASE: '18720-3',
  COAGULATION: '18720-3',
  SERO: '18727-8',
  SEROLOGIE: '18727-8',
  SÉROLOGIE: '18727-8',
  BACTERIO: '18725-2',
  BACTERIOLOGIE: '18725-2',
  BACTÉRIOLOGIE: '18725-2',
  MICROBIOLOGIE: '18725-2',
  'IMMUNO-HEMATOLOGIE': '18717-9',
  IMMUNOHEMATOLOGIE: '18717-9',
  'IMMUNO-HÉMATOLOGIE': '18717-9',
  TOXICOLOGIE: '18728-6',
};
