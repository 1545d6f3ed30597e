import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A rule that some source says no by: its key, what its text may show (null: not known from the source alone), and where. */
export type RefusalCall = { rule: string; given: Set<string> | null; at: string };

/** Rules of two areas may share one function: `refuse(\`${kind}.raised\`, …)` stands for these. */
const shared: Record<string, readonly string[]> = { area: ['result', 'acceptance'], kind: ['advance', 'payment'] };

/** Every `refuse(…)` of the rules and of the one transaction, read from their sources. */
export function refusalCalls(root: string): RefusalCall[] {
  const files = globSync('{domain,commit}/**/*.ts', { cwd: root }).filter((file) => !/\.test\.ts$|\/test-kit|\/examples/.test(file));
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(`${root}/${file}`, 'utf8'), ts.ScriptTarget.Latest, true);
    return callsOf(source).flatMap((call) => {
      const [key, values] = call.arguments;
      const at = `${file}:${source.getLineAndCharacterOfPosition(call.getStart()).line + 1}`;
      if (!key) return [];
      return rulesOf(key, at).map((rule) => ({ rule, given: values ? namesIn(values, source) : new Set<string>(), at }));
    });
  });
}

function callsOf(source: ts.SourceFile): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'refuse') calls.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

function rulesOf(key: ts.Expression, at: string): string[] {
  if (ts.isStringLiteralLike(key)) return [key.text];
  if (ts.isConditionalExpression(key)) return [...rulesOf(key.whenTrue, at), ...rulesOf(key.whenFalse, at)];
  const [only, ...more] = ts.isTemplateExpression(key) && key.head.text === '' ? key.templateSpans : [];
  const beginnings = only && more.length === 0 ? shared[only.expression.getText()] : undefined;
  if (!only || !beginnings) throw new Error(`${at}: the rule's key cannot be read: ${key.getText()}.`);
  return beginnings.map((beginning) => beginning + only.literal.text);
}

/** The properties of an object that is written out, also where it is given by name or spread; null where that cannot be seen. */
function namesIn(values: ts.Expression, source: ts.SourceFile): Set<string> | null {
  if (ts.isIdentifier(values)) {
    const written = objectNamed(values.text, source);
    return written && namesIn(written, source);
  }
  if (!ts.isObjectLiteralExpression(values)) return null;
  const names = new Set<string>();
  for (const property of values.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = namesIn(property.expression, source);
      if (!spread) return null;
      for (const name of spread) names.add(name);
    } else if (property.name) names.add(property.name.getText());
  }
  return names;
}

function objectNamed(name: string, source: ts.SourceFile): ts.Expression | null {
  let found: ts.Expression | null = null;
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      node.name.getText() === name &&
      node.initializer &&
      ts.isObjectLiteralExpression(node.initializer)
    )
      found = node.initializer;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
