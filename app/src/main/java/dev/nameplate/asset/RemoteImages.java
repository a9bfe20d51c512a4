package dev.nameplate.asset;

import dev.nameplate.util.TraceParent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Fetches remote images. Implemented by {@code fetch}. */
public interface RemoteImages {
  /** Fetches nothing: every result is {@link FetchFailure#DISABLED}. */
  RemoteImages NONE =
      address -> CompletableFuture.completedFuture(new FetchResult.Failed(FetchFailure.DISABLED));

  /**
   * Fetches a remote image. Does not block.
   *
   * @param address the URL and the hosts it may be fetched from
   * @return already complete if the image is cached, otherwise completed within a bounded time;
   *     never completed exceptionally. It may be shared between callers: copy it before adding a
   *     deadline
   */
  CompletableFuture<FetchResult> find(RemoteImageAddress address);

  /**
   * The same for a request that belongs to a trace.
   *
   * @param trace sent with the fetch, if this call begins one
   */
  default CompletableFuture<FetchResult> find(
      RemoteImageAddress address, Optional<TraceParent> trace) {
    return find(address);
  }
}
