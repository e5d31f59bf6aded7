import type { CdaChapter, CdaSectionContent, CdaSpecimen, CdaSubChapter } from '@segur/cda';
import type { Chapter, SectionContent, Specimen, SubChapter, Validation } from '@segur/laboratory';
import { codedAt, numbered, timeAt } from './source.js';
import { keyOf, pathNumbers, type BodySource, type SectionSource } from './section-source.js';
import { toBattery, toIsolate, toLoneBattery } from './to-batteries.js';
import { toLoinc } from './to-code.js';
import { toImages } from './to-observation.js';
import { toPerformer } from './to-performer.js';
import { isSameValidation, toValidation } from './to-signatures.js';

const SPECIMEN_TYPE = '2.16.840.1.113883.18.311';

/** Reads the chapters, in document order. Their specimens are put in the rack of the source. */
export function toChapters(chapters: readonly CdaChapter[], source: BodySource): readonly Chapter[] {
  return chapters.map((chapter, index) => {
    const path = `c${index + 1}`;
    const subChapters = chapter.subChapters ?? [];
    return {
      code: chapter.code.code,
      title: chapter.title,
      ...(subChapters.length === 0 ? toContent(chapter, path, chapter.title, source) : { batteries: [] }),
      ...(subChapters.length > 0 && {
        subChapters: subChapters.map((sub, place) => toSubChapter(sub, `${path}.s${place + 1}`, source)),
      }),
    };
  });
}

function toSubChapter(sub: CdaSubChapter, path: string, source: BodySource): SubChapter {
  return {
    ...(sub.code && { code: toLoinc(sub.code, sub.title) }),
    // Without a title of its own a sub-chapter is printed under the label of its code.
    ...(sub.title !== undefined && sub.title !== sub.code?.displayName && { title: sub.title }),
    ...toContent(sub, path, sub.title ?? sub.code?.displayName ?? '', source),
  };
}

function toContent(section: CdaSectionContent, path: string, heading: string, body: BodySource): SectionContent {
  const placed = section.specimens.map((specimen) => putSpecimen(specimen, path, body));
  const source: SectionSource = {
    ...body,
    path,
    heading,
    next: pathNumbers(path),
    specimenKeys: new Map(placed.map(({ key, specimenId }) => [key, specimenId])),
  };
  const actCode = codedAt(section.actCode, `${path}/act/code`, body.remarks);
  const isolates = section.groups.flatMap((group) => (group.kind === 'isolate' ? [toIsolate(group, source)] : []));
  const batteries = section.groups.flatMap((group) => {
    if (group.kind === 'isolate') return [];
    return [group.kind === 'battery' ? toBattery(group, source) : toLoneBattery(group, source)];
  });
  const images = toImages(section.images, source);
  const { comments = [] } = section;
  const validations = toValidations(section, path, body);
  return {
    ...(actCode && { actCode }),
    batteries,
    ...(isolates.length > 0 && { isolates }),
    ...(images.length > 0 && { images }),
    ...(comments.length > 0 && { comments }),
    ...toPerformer(section.performers, path, body.remarks),
    ...(validations.length > 0 && { validations }),
    specimenIds: body.specimens.inOrder(placed.map(({ specimenId }) => specimenId)),
  };
}

/** None where they are those of the whole report: that is what an absence means. */
function toValidations(section: CdaSectionContent, path: string, body: BodySource): readonly Validation[] {
  const read = section.validators.flatMap(
    (validator) => toValidation(validator, body.directory, `${path}/act`, body.remarks) ?? [],
  );
  const same =
    read.length === body.validations.length && read.every((one) => body.validations.some((other) => isSameValidation(one, other)));
  return same ? [] : read;
}

function putSpecimen(specimen: CdaSpecimen, path: string, { specimens, oidRoot, remarks }: BodySource) {
  const { id, code, label, act, site } = specimen;
  const at = `${path}/specimen`;
  if (code && code.codeSystem !== SPECIMEN_TYPE) remarks.add('cda-specimen-type', at);
  const typeCode = code?.codeSystem === SPECIMEN_TYPE ? code.code : undefined;
  const procedure = codedAt(act, `${at}/act`, remarks);
  const where = codedAt(site, `${at}/targetSiteCode`, remarks);
  const collectedAt = timeAt(specimen.collectedAt, `${at}/effectiveTime`, remarks);
  const receivedAt = timeAt(specimen.receivedAt, `${at}/received`, remarks);
  const { identifier } = numbered(id, 'specimen', oidRoot);
  const read: Omit<Specimen, 'specimenId'> = {
    ...(identifier && { identifier }),
    ...(typeCode !== undefined && { typeCode }),
    label: label || (code?.displayName ?? ''),
    ...(procedure && { procedure }),
    ...(where && { site: where }),
    ...(collectedAt !== undefined && { collectedAt }),
    ...(receivedAt !== undefined && { receivedAt }),
  };
  return { key: keyOf(id), specimenId: specimens.put(read, id) };
}
