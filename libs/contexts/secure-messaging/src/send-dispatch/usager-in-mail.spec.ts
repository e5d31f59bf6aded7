import { plain, usagerOf } from './usager-in-mail.js';

describe('usagerOf', () => {
  it.each`
    name                                                                            | birthTime                | usager
    ${{ birthFamily: 'NOMTEST', birthGiven: 'PRENOMTEST' }}                         | ${'19781126'}            | ${{ name: 'NOMTEST', givenName: 'Prenomtest', birthDate: '26/11/1978' }}
    ${{ birthFamily: "D'ARTAGNAN-ÉMOÏ", birthGiven: 'JEAN-NOËL' }}                  | ${'19781126'}            | ${{ name: "D'ARTAGNAN-EMOI", givenName: 'Jean-Noel', birthDate: '26/11/1978' }}
    ${{ birthFamily: 'DE LA TOUR', birthGiven: 'MARIE ÈVE' }}                       | ${'1978'}                | ${{ name: 'DE LA TOUR', givenName: 'Marie Eve' }}
    ${{ birthFamily: 'NOM', usedFamily: 'USAGE', birthGiven: 'A', usedGiven: 'B' }} | ${'19783126'}            | ${{ name: 'NOM', givenName: 'A' }}
    ${{ usedFamily: 'Usage', usedGiven: 'cœur' }}                                   | ${undefined}             | ${{ name: 'USAGE', givenName: 'Coeur' }}
    ${{}}                                                                           | ${'19781126083000+0100'} | ${{ name: '', givenName: '', birthDate: '26/11/1978' }}
  `('names $name', ({ name, birthTime, usager }) => {
    const patient = { ids: [], addresses: [], telecoms: [], name, ...(birthTime === undefined ? {} : { birthTime }) };
    expect(usagerOf({ patient })).toEqual(usager);
  });
});

describe('plain', () => {
  it.each`
    value                         | text
    ${'Œdème ÆSOP æther'}         | ${'OEdeme AESOP aether'}
    ${'A\r\nBcc: b@c.fr'}         | ${'A Bcc: b@c.fr'}
    ${' L’Haÿ\u00a0les  Roses\t'} | ${"L'Hay les Roses"}
  `('writes $value plainly', ({ value, text }) => {
    expect(plain(value)).toBe(text);
  });
});
