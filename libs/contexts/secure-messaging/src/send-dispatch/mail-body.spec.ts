import { mailBody, type MailBodyFacts } from './mail-body.js';

const facts: MailBodyFacts = {
  role: 'prescriber',
  laboratory: 'LABORATOIRE EXEMPLE',
  phone: '0100000000',
  replyTo: 'secretariat@labo.mssante.fr',
  fillerNumber: 'D-12',
  replaces: false,
};

describe('mailBody', () => {
  it.each(['prescriber', 'correspondent', 'patient'] as const)(
    'says to the %s that it is automatic, and whom to write to',
    (role) => {
      const lines = mailBody({ ...facts, role }).split('\r\n');

      expect(lines).toContain('Laboratoire : LABORATOIRE EXEMPLE, téléphone 0100000000.');
      expect(lines).toContain('Ce message est envoyé automatiquement. Pour nous écrire : secretariat@labo.mssante.fr.');
    },
  );

  it('names the dossier to professionals only', () => {
    expect(mailBody(facts)).toContain('dossier D-12');
    expect(mailBody({ ...facts, role: 'patient' })).not.toContain('D-12');
  });

  it.each(['prescriber', 'patient'] as const)('says to the %s that a correction cancels and replaces', (role) => {
    expect(mailBody({ ...facts, role })).not.toContain('annule et remplace');
    expect(mailBody({ ...facts, role, replaces: true })).toContain('annule et remplace');
  });

  it.each(['prescriber', 'patient'] as const)('asks the %s to delete what is withdrawn, and says of which day it is', (role) => {
    // In Paris it was the next day already.
    const text = mailBody({ ...facts, role, replaces: true, withdrawnFrom: new Date('2026-11-22T23:30:00Z') });

    expect(text).toContain(`Le laboratoire LABORATOIRE EXEMPLE retire le compte rendu`);
    expect(text).toContain('23/11/2026');
    expect(text).toMatch(/supprim/);
    expect(text).not.toContain('annule et remplace');
    expect(text.includes('D-12')).toBe(role !== 'patient');
  });

  it('leaves the telephone out where there is none', () => {
    expect(mailBody({ ...facts, phone: '' })).toContain('Laboratoire : LABORATOIRE EXEMPLE.');
  });
});
