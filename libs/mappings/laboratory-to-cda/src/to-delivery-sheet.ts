import type { DeliverySheet, Report } from '@segur/laboratory';
/** Says what the channels need to deliver the document of a report. */
export declare function toDeliverySheet(report: Report, documentId: string): DeliverySheet;
