import type { ElicitQuestion } from '../gate/call-port.js';

/** What is said on a form with one decision. */
export interface DecisionWords {
  readonly message: string;
  readonly choice: string;
  readonly yes: string;
  readonly no: string;
  readonly note: string;
}

/** A form with one decision, in which "no" is filled in beforehand, and room for a note. */
export function decisionForm({ message, choice, yes, no, note }: DecisionWords): ElicitQuestion {
  return {
    message,
    requestedSchema: {
      type: 'object',
      properties: {
        decision: { type: 'string', title: choice, enum: ['no', 'yes'], enumNames: [no, yes], default: 'no' },
        note: { type: 'string', title: note, maxLength: 500 },
      },
      required: ['decision'],
    },
  };
}
