package dev.nameplate.asset.decode.jpeg;

/**
 * A JPEG file of nothing but tables and scans, with an end.
 *
 * @param file the bytes
 * @param isEnded whether the end was there, or has been put behind what there was
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, changed by its maker alone
public record JpegScans(byte[] file, boolean isEnded) {}
