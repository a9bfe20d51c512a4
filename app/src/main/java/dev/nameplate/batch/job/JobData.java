package dev.nameplate.batch.job;

import dev.nameplate.batch.ListPlan;
import dev.nameplate.template.Template;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** What is kept of a job. Each call reads it as it is then. Safe for several threads. */
public interface JobData {
  /**
   * Returns what is known of the list before its rows are read.
   *
   * @param template as the job began with it
   * @throws IOException where the list cannot be read
   */
  ListPlan plan(Template template, JobSpec spec) throws IOException;

  /**
   * Returns the list from an offset on.
   *
   * @param offset of the first row, in bytes
   * @return what the caller closes
   * @throws IOException where the list cannot be read
   */
  InputStream list(long offset) throws IOException;

  /** Receives units. */
  interface Reader {
    /**
     * Receives a unit.
     *
     * @throws IOException to end the reading
     */
    void unit(RowUnit unit) throws IOException;
  }

  /**
   * Reads the rows that are in their final state, in the list's order.
   *
   * @throws IOException where they cannot be read, or the reader throws it
   */
  void units(Reader reader) throws IOException;

  /** The files of a job. */
  interface Pictures extends Closeable {
    /**
     * Returns a file, the caller's own.
     *
     * @param offset of a {@link RowUnit.File}
     * @throws IOException where it cannot be read
     */
    byte[] file(long offset) throws IOException;
  }

  /**
   * Returns the pictures that were drawn.
   *
   * @return what the caller closes
   * @throws IOException where they cannot be read
   */
  Pictures pictures() throws IOException;
}
