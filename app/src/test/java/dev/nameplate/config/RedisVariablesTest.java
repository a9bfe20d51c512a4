package dev.nameplate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of the Redis that nodes share. */
final class RedisVariablesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://localhost",
        "redis://127.0.0.1:6379/1",
        "rediss://user:password@redis.internal:6380",
        "redis-sentinel://a:26379,b:26379#name",
        "redis-sentinel://:password@a,b/2#name"
      })
  void address_isTaken(String uri) {
    Settings settings = Settings.read(Map.of("NAMEPLATE_REDIS", uri), Map.of());
    assertThat(settings.redis().main()).contains(uri);
    assertThat(settings.redis().cache()).isEmpty();
    assertThat(settings.toString()).doesNotContain("password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:6379", "http://secret@host", "redis://", "redis://secret host", "x"})
  void anotherText_isRefused_andNotRepeated(String text) {
    assertThatThrownBy(() -> Settings.read(Map.of("NAMEPLATE_REDIS", text), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NAMEPLATE_REDIS is set, but not as it must be; allowed: redis://")
        .hasMessageNotContaining("secret");
  }

  @Test
  void cache_needsTheOther_andTheSameOneIsNone() {
    assertThatThrownBy(
            () -> Settings.read(Map.of("NAMEPLATE_REDIS_CACHE", "redis://cache"), Map.of()))
        .hasMessageContaining("NAMEPLATE_REDIS_CACHE is set, and NAMEPLATE_REDIS is not");
    Map<String, String> both =
        Map.of("NAMEPLATE_REDIS", "redis://a", "NAMEPLATE_REDIS_CACHE", "redis://b");
    assertThat(Settings.read(both, Map.of()).redis().cache()).contains("redis://b");
    Map<String, String> same =
        Map.of("NAMEPLATE_REDIS", "redis://a", "NAMEPLATE_REDIS_CACHE", "redis://a");
    assertThat(Settings.read(same, Map.of()).redis().cache()).isEmpty();
  }
}
