/** R4 decimal, without the exponent that nobody prints. */
const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * A number whose digits are kept: `1.50` is not `1.5`, and no binary fraction comes between.
 *
 * @see FHIR R4, datatypes, decimal: "the precision of the decimal value has significance"
 */
export class FhirDecimal {
  private constructor(readonly digits: string) {}

  /** Absent: the text is no decimal of FHIR. */
  static of(text: string): FhirDecimal | undefined {
    return DECIMAL.test(text) ? new FhirDecimal(text) : undefined;
  }
}
