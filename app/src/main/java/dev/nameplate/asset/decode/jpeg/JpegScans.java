package dev.nameplate.asset.decode.jpeg;

/**
 * A JPEG file of nothing but tables and scans, with an end.
 *
 * @param file the bytes
 * @param isEnded whether the end was there, or has been put behind what there was
 */
public record JpegScans(byte[] file, boolean isEnded) {}
