import { describe, expect, it } from 'vitest';
import { decisionForm } from '../../src/approvals/decision-form.js';

describe('a form with one decision', () => {
  it('has the safe answer filled in, and room for a note', () => {
    const words = { message: 'Really?', choice: 'Your decision', yes: 'Yes', no: 'No', note: 'Note' };
    expect(decisionForm(words)).toMatchObject({
      message: 'Really?',
      requestedSchema: {
        properties: {
          decision: { enum: ['no', 'yes'], enumNames: ['No', 'Yes'], default: 'no' },
          note: { type: 'string', maxLength: 500 },
        },
        required: ['decision'],
      },
    });
  });
});
