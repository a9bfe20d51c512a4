package dev.nameplate.store;

/** The parts of the work folder. Only the files in {@link #CACHE} can be made again. */
public enum WorkArea {
  /** Backgrounds and pictures; the oldest are deleted where the budget is used up. */
  CACHE("cache"),
  /** Unpublished templates of the editor. */
  DRAFTS("drafts"),
  /** Batches: their encrypted rows and their progress. */
  JOBS("jobs"),
  /** Counters of use. */
  USAGE("usage");

  private final String folder;

  WorkArea(String folder) {
    this.folder = folder;
  }

  /** Returns the name of its folder in the work folder. */
  public String folder() {
    return folder;
  }
}
