package dev.nameplate.batch.file;

import java.nio.file.Path;

/**
 * The output of a run.
 *
 * @param out the file that holds the complete output; until then the output has another name
 * @param resume whether an interrupted run is continued
 * @param overwrite whether an existing file, or the output of an interrupted run, is replaced
 */
public record OutputTarget(Path out, boolean resume, boolean overwrite) {
  /** The output while it is not whole. */
  Path partial() {
    return sibling(".partial");
  }

  /** From where an interrupted run goes on. */
  Path checkpoint() {
    return sibling(".checkpoint");
  }

  private Path sibling(String ending) {
    return out.resolveSibling(out.getFileName() + ending);
  }
}
