package dev.nameplate.batch;

/**
 * How far a run has come.
 *
 * @param input the offset in the input from which reading can go on
 * @param output bytes that were written for all before it
 * @param row the number of the row there, as a spreadsheet counts rows
 * @param lookaheads of the splitter there
 * @param tally of all before it; not to be changed
 */
public record BatchPosition(long input, long output, long row, int lookaheads, Tally tally) {}
