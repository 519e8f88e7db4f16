import ts from 'typescript';

/** Stands for all exports of a file. */
export const EVERYTHING = '*';

const LOADERS = /^(require(\.resolve)?|vi\.(mock|importActual))$/;

/** The names behind the braces of an import or export, or everything when there are none. */
function namesIn(bindings, isNamed) {
  if (!bindings || !isNamed(bindings)) return [EVERYTHING];
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
}

/** `import(…)`, `require(…)` and mocks load a whole file; `require.resolve(…)` finds one that is started as a program. */
function loadedBy(call) {
  const [first] = call.arguments;
  const loads = call.expression.kind === ts.SyntaxKind.ImportKeyword || LOADERS.test(call.expression.getText());
  return loads && first && ts.isStringLiteralLike(first) ? { specifier: first.text, names: [EVERYTHING] } : undefined;
}

/** The specifier and the names a node imports, or undefined when it imports nothing. */
function importOf(node) {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    return {
      specifier: node.moduleSpecifier.text,
      names: clause ? namesIn(clause.namedBindings, ts.isNamedImports) : [],
    };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: node.moduleSpecifier.text, names: namesIn(node.exportClause, ts.isNamedExports) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const name = node.qualifier?.getText().split('.')[0] ?? EVERYTHING;
    return { specifier: node.argument.literal.text, names: [name] };
  }
  return ts.isCallExpression(node) ? loadedBy(node) : undefined;
}

/** The names one statement exports, those passed on from other files left out. */
function namesDeclared(statement) {
  if (ts.isExportDeclaration(statement)) {
    const named = !statement.moduleSpecifier && statement.exportClause;
    return named && ts.isNamedExports(named) ? named.elements.map((element) => element.name.text) : [];
  }
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (!ts.isVariableStatement(statement)) return statement.name ? [statement.name.text] : [];
  return statement.declarationList.declarations
    .filter(({ name }) => ts.isIdentifier(name))
    .map(({ name }) => name.text);
}

/** A type that its own file mentions again describes another export's shape; it is exported so that callers can name it. */
function describesItsFile(statement, name, text) {
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  return isType && text.split(new RegExp(`\\b${name}\\b`)).length > 2;
}

/** What one file imports and exports, read from its text alone. */
export function readSource(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports = [];
  const visit = (node) => {
    const found = importOf(node);
    if (found?.specifier) imports.push(found);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const exports = source.statements.flatMap((statement) =>
    namesDeclared(statement).map((name) => ({ name, excused: describesItsFile(statement, name, text) })),
  );
  return { path, text, imports, exports };
}
