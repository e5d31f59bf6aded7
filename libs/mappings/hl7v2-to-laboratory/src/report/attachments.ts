import type { AttachedPdf, PerformingLaboratory } from '@segur/laboratory';

/** The PDFs of one message: the report as it was printed, and those of other laboratories. */
export class Attachments {
  readonly secondIntention: AttachedPdf[] = [];
  printedCopy: AttachedPdf | undefined;

  /** Keeps a PDF. A second one that says it is the whole report is kept beside the first. */
  keep(pdf: AttachedPdf, isWholeReport: boolean, performedBy: PerformingLaboratory | undefined): void {
    if (isWholeReport && !this.printedCopy) this.printedCopy = pdf;
    else this.secondIntention.push({ ...pdf, ...(performedBy && { performedBy }) });
  }
}
