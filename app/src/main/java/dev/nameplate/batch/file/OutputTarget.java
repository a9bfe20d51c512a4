package dev.nameplate.batch.file;

import java.nio.file.Path;

/**
 * Where the output goes.
 *
 * @param out its name when it is whole
 * @param resume whether an interrupted run is taken up again
 * @param overwrite whether a file that is there, or an interrupted run, is replaced
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
