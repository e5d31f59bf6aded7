import type { Order, Professional, Report } from '@segur/laboratory';
import { report } from '@segur/testing';
import { completeFromOrder } from './complete-from-order.js';

const sent: Report = report().build();
const prescriber: Professional = {
  nationalId: '810100000001',
  family: 'ORDONNANT',
  telecoms: [],
  mssAddress: 'ordonnant@exemple.mssante.fr',
};
const order: Order = {
  orderId: '019aa0c0-0000-7000-8000-00000000000d',
  revision: 1,
  placerNumber: 'P-ORDER',
  prescribedAt: '2026-11-20',
  prescriber,
  patient: sent.identity,
  urgency: { level: 'ROUTINE' },
  exams: [],
  copies: [],
  patientCopy: false,
};

/** A report without some of its members. */
function without(...members: (keyof Report)[]): Report {
  return Object.fromEntries(
    Object.entries(sent).filter(([member]) => !members.includes(member as keyof Report)),
  ) as unknown as Report;
}

describe('completeFromOrder', () => {
  it('gives the number and the prescriber that the message left out', () => {
    const { report: completed, ...rest } = completeFromOrder(without('placerNumber', 'prescriber', 'prescribedOn'), [order]);

    expect(rest).toEqual({ orderId: order.orderId, findings: [] });
    expect(completed).toMatchObject({ placerNumber: 'P-ORDER', prescriber, prescribedOn: '2026-11-20' });
  });

  it('lets the message win where it says something', () => {
    const given = { ...sent, placerNumber: 'P-MESSAGE', prescribedOn: '2026-11-19' };

    expect(completeFromOrder(given, [order]).report).toMatchObject({
      placerNumber: 'P-MESSAGE',
      prescribedOn: '2026-11-19',
      prescriber: given.prescriber,
    });
  });

  it('gives a prescriber their own address, and nobody else’s', () => {
    const unaddressed: Professional = { nationalId: '810100000001', family: 'AS SENT', telecoms: [] };
    const other = { ...unaddressed, nationalId: '810100000009' };

    expect(completeFromOrder({ ...sent, prescriber: unaddressed }, [order]).report.prescriber).toMatchObject({
      family: 'AS SENT',
      mssAddress: prescriber.mssAddress,
    });
    expect(completeFromOrder({ ...sent, prescriber: other }, [order]).report.prescriber).toEqual(other);
  });

  it('does not print a prescriber without a name', () => {
    const nameless = { ...order, prescriber: { ...prescriber, family: '' } };

    expect(completeFromOrder(without('prescriber'), [nameless]).report.prescriber).toBeUndefined();
  });

  it.each`
    what                | change                                                                | linked
    ${'a matricule'}    | ${{ insMatricule: { value: '180010100000001', oid: '1.2' } }}         | ${false}
    ${'a date'}         | ${{ insMatricule: undefined, traits: { birthDate: '19800101' } }}     | ${false}
    ${'a name'}         | ${{ insMatricule: undefined, traits: { birthName: 'SOMEBODY' } }}     | ${false}
    ${'only an accent'} | ${{ insMatricule: undefined, traits: { birthName: 'patient tést' } }} | ${true}
  `('takes an order that differs by $what: $linked', ({ change, linked }) => {
    const patient = { ...order.patient, ...change, traits: { ...order.patient.traits, ...change.traits } };

    expect(completeFromOrder(sent, [{ ...order, patient }])).toMatchObject(
      linked ? { orderId: order.orderId, findings: [] } : { report: sent, findings: [{ code: 'order-other-patient' }] },
    );
  });

  it('gives what was said of the patient’s state, unless the message says so itself', () => {
    const answer = { question: { localCode: 'Q1', label: 'Grossesse' }, text: 'non' };
    const exam = { freeText: 'Toxoplasmose', specimens: [], answers: [answer] };
    const told = { ...order, clinicalInformation: 'fièvre', exams: [exam, exam] };

    expect(completeFromOrder(without('clinicalInformation'), [told]).report.clinicalInformation).toBe('fièvre\nGrossesse : non');
    expect(completeFromOrder({ ...sent, clinicalInformation: 'toux' }, [told]).report.clinicalInformation).toBe('toux');
    expect(completeFromOrder(without('clinicalInformation'), [order]).report).not.toHaveProperty('clinicalInformation');
  });

  it('gives the number of the prescription where its lines have none in common', () => {
    const unnumbered = { ...order, placerNumber: undefined, groupNumber: 'G-1' } as unknown as Order;

    expect(completeFromOrder(without('placerNumber'), [unnumbered]).report.placerNumber).toBe('G-1');
  });

  it('takes nothing where two orders may be meant', () => {
    const second = { ...order, orderId: '019aa0c0-0000-7000-8000-00000000000e', prescribedAt: '2026-11-21' };

    expect(completeFromOrder(sent, [order, second])).toMatchObject({ report: sent, findings: [{ code: 'order-ambiguous' }] });
    expect(completeFromOrder(sent, [order, second])).not.toHaveProperty('orderId');
    expect(completeFromOrder(sent, [])).toEqual({ report: sent, findings: [] });
  });
});
