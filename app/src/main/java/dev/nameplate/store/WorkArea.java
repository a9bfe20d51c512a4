package dev.nameplate.store;

/** The parts of the work folder. Only what is in {@link #CACHE} can be made again. */
public enum WorkArea {
  /** Backgrounds and pictures; deleted, the oldest first, where the budget is used up. */
  CACHE("cache"),
  /** Unpublished templates of the editor. */
  DRAFTS("drafts"),
  /** Batches: their sealed rows and how far they are. */
  JOBS("jobs"),
  /** Counts of what was used. */
  USAGE("usage");

  private final String folder;

  WorkArea(String folder) {
    this.folder = folder;
  }

  /** The name of its folder. */
  public String folder() {
    return folder;
  }
}
