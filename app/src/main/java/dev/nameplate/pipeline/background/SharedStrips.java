package dev.nameplate.pipeline.background;

import java.util.Optional;

/**
 * Encoded strips of backgrounds that several nodes share. Its methods may wait for a network, some
 * tens of milliseconds at most; where it fails, nothing is found and nothing is kept. Safe for many
 * threads.
 */
public interface SharedStrips {
  /** Strips that nobody shares. */
  SharedStrips NONE =
      new SharedStrips() {
        @Override
        public Optional<byte[]> find(String name) {
          return Optional.empty();
        }

        @Override
        public void keep(String name, byte[] strips) {
          // Nobody would read them.
        }
      };

  /**
   * Looks strips up.
   *
   * @param name a digest of all that decides them
   * @return what {@link #keep} was given under this name, the caller's own; empty where there is
   *     none
   */
  Optional<byte[]> find(String name);

  /**
   * Gives strips to the other nodes. Does not wait.
   *
   * @param name a digest of all that decides them
   * @param strips must not be changed afterwards
   */
  void keep(String name, byte[] strips);
}
