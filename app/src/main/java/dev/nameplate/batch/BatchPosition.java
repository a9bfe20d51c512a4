package dev.nameplate.batch;

/**
 * A position in a list and in its output, from which a run can be resumed.
 *
 * @param input the offset in the input, in bytes, from which reading continues
 * @param output length of the output up to this position, in bytes
 * @param row number of the next row, as a spreadsheet counts rows
 * @param lookaheads see {@link dev.nameplate.batch.csv.RecordSplitter#lookaheads}
 * @param tally the counts of all rows before the position; not to be changed
 */
public record BatchPosition(long input, long output, long row, int lookaheads, Tally tally) {}
