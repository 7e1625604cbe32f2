// Lines of JSON in, lines of JSON out.
//   {"library": ELM}   -> {"version": ...} or {"error": ...}
//   {"cases": [{...}]} -> {"nanoseconds": [...], "truths": [[true | false | null, ...], ...]}
// The time of a case is that of the evaluation alone: the input is parsed and the executor made
// before the clock starts, and the first cases are evaluated WARM_UP times before any is timed.
'use strict';

const readline = require('node:readline');

const RESULT = 'All';
const WARM_UP = 3000;

let cql;
let library;
let moment;
let warm = false;

class OnePatient {
  constructor() {
    this.patient = { getId: () => 'patient' };
  }
  currentPatient() {
    return this.patient;
  }
  nextPatient() {
    this.patient = undefined;
  }
}

function load(elm) {
  try {
    cql = require('cql-execution');
  } catch {
    return { error: 'cql-execution is missing' };
  }
  library = new cql.Library(elm);
  moment = cql.DateTime.fromJSDate(new Date());
  const version = require('cql-execution/package.json').version;
  return { version: `cql-execution ${version}, node ${process.versions.node}` };
}

async function timed(parameters) {
  const executor = new cql.Executor(library, null, parameters);
  const source = new OnePatient();
  const start = process.hrtime.bigint();
  const results = await executor.exec_patient_context(source, moment);
  const nanoseconds = Number(process.hrtime.bigint() - start);
  return { nanoseconds, truths: results.patientResults.patient[RESULT] };
}

async function evaluate(cases) {
  for (let done = 0; !warm && done < WARM_UP; done += 1) {
    await timed(cases[done % cases.length]);
  }
  warm = true;
  const answer = { nanoseconds: [], truths: [] };
  for (const parameters of cases) {
    const { nanoseconds, truths } = await timed(parameters);
    answer.nanoseconds.push(nanoseconds);
    answer.truths.push(truths);
  }
  return answer;
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const question = JSON.parse(line);
    const answer = question.library ? load(question.library) : await evaluate(question.cases);
    process.stdout.write(JSON.stringify(answer) + '\n');
  }
}

main();
