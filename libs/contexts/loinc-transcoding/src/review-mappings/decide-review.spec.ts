import { decideEnd, decideProposal, decideRejection, decideValidation, rejectedCodes, type Choice } from './decide-review.js';
import { afterDeed } from './mapping-moves.js';
import { ReviewRefused } from './review-refused.js';
import { inForceOn, type MappingDeed, type ReviewedMapping } from './reviewed-mapping.js';

const GLUCOSE = { loinc: '14749-6', loincLabel: 'Glucose' };
const SODIUM = { loinc: '2951-2', loincLabel: 'Sodium' };
let ids = 0;
const choice = (change: Partial<Choice> = {}): Choice => ({
  target: GLUCOSE,
  origin: 'manual',
  author: 'mapper',
  newId: `m${(ids += 1)}`,
  ...change,
});

/** An entry on which deeds are done one after the other. */
class Entry {
  readonly state = new Map<string, ReviewedMapping>();
  constructor(readonly fourEyes = false) {}

  get situation() {
    return { entryId: 'e', mappings: [...this.state.values()], fourEyes: this.fourEyes };
  }
  do(deeds: readonly MappingDeed[]): this {
    for (const deed of deeds) {
      const id = deed.deed === 'proposed' ? deed.mapping.mappingId : deed.mappingId;
      this.state.set(id, afterDeed(this.state.get(id), deed));
    }
    return this;
  }
  propose(change: Partial<Choice> = {}): this {
    return this.do(decideProposal(this.situation, choice(change)));
  }
  validate(change: Partial<Choice> = {}, validFrom = '2026-11-24', by = 'dr'): this {
    return this.do(decideValidation(this.situation, choice(change), { by, validFrom }));
  }
  reject(change: Partial<Choice> = {}): this {
    return this.do(decideRejection(this.situation, choice(change), 'dr'));
  }
  on(day: string): (string | undefined)[] {
    return [...this.state.values()].filter((mapping) => inForceOn(mapping, day)).map(({ target }) => target?.loinc);
  }
  get statuses(): string[] {
    return [...this.state.values()].map(({ status }) => status);
  }
}

describe('review of one entry', () => {
  it('takes a proposal in force once it is validated, and not before', () => {
    const entry = new Entry().propose();
    expect(entry.on('2026-11-24')).toEqual([]);

    entry.validate();
    expect([entry.on('2026-11-23'), entry.on('2026-11-24'), entry.statuses]).toEqual([[], ['14749-6'], ['validated']]);
  });

  it('has one code in force on each day', () => {
    const entry = new Entry().validate().validate({ target: SODIUM }, '2027-02-01');

    expect([entry.on('2027-01-31'), entry.on('2027-02-01')]).toEqual([['14749-6'], ['2951-2']]);
    expect(() => entry.validate({ target: GLUCOSE }, '2027-01-01')).toThrow(new ReviewRefused('mapping-change-planned'));
    expect(entry.validate({ target: GLUCOSE }, '2027-02-01').on('2027-02-01')).toEqual(['14749-6']);
  });

  it('changes nothing when the same is said twice', () => {
    const entry = new Entry().propose().propose().validate().validate().propose();

    expect(entry.statuses).toEqual(['validated']);
  });

  it('states that no code fits, until one does', () => {
    const entry = new Entry().do(
      decideValidation(new Entry().situation, { ...choice(), target: undefined } as unknown as Choice, {
        by: 'dr',
        validFrom: '2026-11-24',
      }),
    );
    expect(entry.statuses).toEqual(['no_match']);

    expect(entry.validate({}, '2026-11-25').statuses).toEqual(['obsolete', 'validated']);
  });

  it('asks for four eyes where the laboratory does', () => {
    const entry = new Entry(true).propose({ author: 'dr' });

    expect(() => entry.validate({}, '2026-11-24', 'dr')).toThrow(new ReviewRefused('mapping-four-eyes'));
    expect(() => entry.validate({ target: SODIUM, author: 'dr' })).toThrow(ReviewRefused);
    expect(entry.validate({}, '2026-11-24', 'other').statuses).toEqual(['validated']);
    expect(new Entry(true).validate({ author: 'algorithm', origin: 'algorithm' }).statuses).toEqual(['validated']);
  });

  it('remembers a rejected code, and takes it again only with a reason', () => {
    const entry = new Entry().propose().reject().reject({ target: SODIUM });

    expect([...rejectedCodes(entry.situation.mappings)]).toEqual(['14749-6', '2951-2']);
    expect(() => entry.propose()).toThrow(new ReviewRefused('mapping-was-rejected'));
    expect(() => entry.validate()).toThrow(ReviewRefused);
    expect(entry.validate({ justification: 'rejeté par erreur' }).statuses).toEqual(['rejected', 'rejected', 'validated']);
  });

  it('wants a justification for a code that says more than the analysis', () => {
    expect(() => new Entry().propose({ equivalence: 'narrower' })).toThrow(new ReviewRefused('mapping-justification-missing'));
    expect(new Entry().propose({ equivalence: 'narrower', justification: 'trousse unique' }).statuses).toEqual(['proposed']);
  });

  it('ends what is in force, and what was to come', () => {
    const entry = new Entry().validate({}, '2026-11-24');
    entry.do(decideEnd(entry.situation.mappings, { by: 'dr', day: '2026-12-01', reason: 'retired' }));
    const later = new Entry().validate({}, '2027-01-01');
    later.do(decideEnd(later.situation.mappings, { by: 'dr', day: '2026-12-01', reason: 'retired' }));

    expect([entry.on('2026-11-30'), entry.on('2026-12-01'), later.on('2027-01-01')]).toEqual([['14749-6'], [], []]);
  });
});
