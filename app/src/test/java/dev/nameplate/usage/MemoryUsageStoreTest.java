package dev.nameplate.usage;

/** Counts on the heap. */
final class MemoryUsageStoreTest extends UsageStoreContract {
  @Override
  protected UsageStore store() {
    return new MemoryUsageStore();
  }
}
