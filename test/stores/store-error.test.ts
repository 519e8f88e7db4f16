import { expect, it } from 'vitest';
import { StoreError } from '../../src/stores/store-error.js';

it('a store error carries its fault beside the message and keeps the cause', () => {
  const cause = new Error('errno 28');
  const error = new StoreError('full', 'The store cannot grow.', { cause });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'StoreError', fault: 'full', message: 'The store cannot grow.', cause });
});
