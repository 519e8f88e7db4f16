import { expect, it } from 'vitest';
import { projectsInMemory } from '../../src/stores/memory-projects.js';
import { emptyState } from '../../src/stores/memory-state.js';

it('a store without takes has no projects', () => {
  expect(projectsInMemory(emptyState())).toEqual([]);
});
