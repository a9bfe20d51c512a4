package dev.nameplate.usage;

/** Counts on the heap. */
final class MemoryUsageStoreTest extends UsageStoreContract {
  @Override
  UsageStore store() {
    return new MemoryUsageStore();
  }
}
