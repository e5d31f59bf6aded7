import { createHash } from 'node:crypto';
import { judgeMail, report } from '@segur/testing';
import { sampleReport } from '../../test/sample-report.js';
import { composeMail, type Mailbox, type MailMaterial } from './compose-mail.js';
import { packArchive } from './pack-archive.js';
import { writeMime } from './write-mime.js';

const sample = sampleReport();
const at = new Date('2026-11-23T08:00:00Z');
const archive = packArchive({
  ...sample,
  sender: { organisation: 'LABO', address: '', phone: '', sourceOid: '2.999.1.2' },
  lotId: '2.25.7',
  at,
});
const mailbox: Mailbox = {
  address: 'resultats@labo.mssante.fr',
  displayName: 'LABORATOIRE DE L’ÎLE',
  replyTo: 'secretariat@labo.mssante.fr',
  patientReplyTo: 'accueil@labo.mssante.fr',
  closesPatientExchange: true,
  laboratory: 'LABORATOIRE DE L’ÎLE',
  phone: '0100000000',
  productReference: 'NIL-1',
};
const prescriber: MailMaterial = {
  ...sample,
  role: 'prescriber',
  to: 'louis.testpresc@medecin.mssante.fr',
  mailbox,
  archive,
  messageId: '<019aa0c0-0000-7000-8000-000000000009@labo.mssante.fr>',
  date: at,
};
const patient: MailMaterial = { ...prescriber, role: 'patient', to: '279035121518989@patient.mssante.fr' };

const withdrawing = (material: MailMaterial): MailMaterial => ({
  ...material,
  messageId: '<2@labo.mssante.fr>',
  withdraws: { messageId: material.messageId, sentAt: at },
});
const read = (material: MailMaterial) => judgeMail(writeMime(composeMail(material)));
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('composeMail', () => {
  it('writes to a professional', () => {
    const mail = read(prescriber);

    expect(mail.defects).toEqual([]);
    expect(mail.longestLine).toBeLessThanOrEqual(998);
    expect(mail.headers).toEqual({
      from: 'LABORATOIRE DE L’ÎLE <resultats@labo.mssante.fr>',
      to: 'louis.testpresc@medecin.mssante.fr',
      'reply-to': 'secretariat@labo.mssante.fr',
      'message-id': prescriber.messageId,
      date: 'Mon, 23 Nov 2026 08:00:00 +0000',
      subject: "XDM/1.0/DDM+CR d'examens biologiques PATIENT-TEST Camille 28/03/1979",
      'x-mss-codecda': '11502-2',
      'x-mss-ins': 'O',
      'x-mss-nil': 'NIL-1',
      'disposition-notification-to': 'resultats@labo.mssante.fr',
      'return-receipt-to': 'resultats@labo.mssante.fr',
      'auto-submitted': 'auto-generated',
      'mime-version': '1.0',
      'content-type': expect.stringContaining('multipart/mixed'),
    });
    expect(mail.parts).toEqual([
      { type: 'text/plain', fileName: null, sha256: expect.any(String) },
      { type: 'application/zip', fileName: 'IHE_XDM.ZIP', sha256: sha256(archive) },
      {
        type: 'application/pdf',
        fileName: "20261120_CR d'examens biologiques_PATIENT-TEST_Camille_DOS-2026-0001.pdf",
        sha256: sha256(sample.pdf),
      },
    ]);
    expect(mail.archive?.files['IHE_XDM/SUBSET01/DOC0001.XML']?.size).toBe(sample.cda.length);
  });

  it('writes to a patient, who cannot answer and is asked for no receipt', () => {
    const { headers, text } = read(patient);

    expect(headers).toMatchObject({ to: patient.to, 'reply-to': 'accueil@labo.mssante.fr', 'x-mss-mes': 'FIN' });
    expect(headers).not.toHaveProperty('disposition-notification-to');
    expect(text).toContain('Pour nous écrire : accueil@labo.mssante.fr.');
  });

  it('leaves the exchange open where the laboratory wants it', () => {
    expect(read({ ...patient, mailbox: { ...mailbox, closesPatientExchange: false } }).headers).not.toHaveProperty('x-mss-mes');
  });

  it('says N and no matricule where the identity is not qualified', () => {
    const unqualified = sampleReport(report().unqualified().build());
    const { headers } = read({ ...prescriber, ...unqualified });

    expect(headers['x-mss-ins']).toBe('N');
  });

  it('says in the body that a correction cancels and replaces', () => {
    expect(read({ ...prescriber, ...sampleReport({ revision: 2 }) }).text).toContain('annule et remplace');
  });

  it('asks to delete an earlier mail, without another copy to read', () => {
    const { headers, parts } = read(withdrawing(prescriber));

    expect(headers).toMatchObject({ references: prescriber.messageId, subject: read(prescriber).headers['subject'] });
    expect(parts.map(({ type }) => type)).toEqual(['text/plain', 'application/zip']);
  });

  it('carries no result and no name in its body', () => {
    for (const material of [prescriber, patient, withdrawing(prescriber), withdrawing(patient)])
      expect(read(material).text).not.toMatch(/4,89|PATIENT-TEST|Camille|279035/i);
  });

  it('leaves without a PDF where there is none', () => {
    expect(read({ ...prescriber, pdf: undefined }).parts.map(({ type }) => type)).toEqual(['text/plain', 'application/zip']);
  });
});
