package dev.nameplate.serve;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.RenderKey;

/** A request with its fields and render key. */
record RenderJob(
    ImageRequest request,
    MergedFields fields,
    ClockState clockState,
    RenderKey key,
    Outcome.Timing timing) {
  /** Whether a remote image is missing, so that a later request may get a better picture. */
  boolean lacksRemoteImage() {
    return !fields.failedFetches().isEmpty();
  }

  Outcome picture(EncodedPicture file, boolean hit, Outcome.Timing whole) {
    return new Outcome.Picture(file, key.etag(), fields, hit, clockState.until(), whole);
  }
}
