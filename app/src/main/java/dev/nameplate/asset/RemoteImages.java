package dev.nameplate.asset;

import java.util.concurrent.CompletableFuture;

/** Pictures that lie outside this house: the port that a room at the rim implements. */
public interface RemoteImages {
  /** A house that never calls out. */
  RemoteImages NONE =
      address -> CompletableFuture.completedFuture(new FetchResult.Failed(FetchFailure.NOT_ASKED));

  /**
   * A picture, there already where it is known; otherwise within a bounded time. The future is
   * shared by all who ask and never fails: copy it before adding a deadline.
   */
  CompletableFuture<FetchResult> find(RemoteImageAddress address);
}
