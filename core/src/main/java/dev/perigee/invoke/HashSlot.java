package dev.perigee.invoke;

/**
 * The hash slot of a key: CRC16 (XMODEM) of its hash tag, or of the whole key without one, modulo 16384.
 *
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#key-distribution-model">Redis
 *     cluster specification, key distribution model</a>
 */
final class HashSlot {

    private static final int SLOTS = 16384;
    private static final int POLYNOMIAL = 0x1021;
    private static final char[] REMAINDERS = remainders();

    private HashSlot() {}

    /** The slot of the key that lies between two places. */
    static int of(byte[] bytes, int from, int to) {
        int open = find('{', bytes, from, to);
        if (open < to) {
            int close = find('}', bytes, open + 1, to);
            if (close < to && close > open + 1) {
                return crc(bytes, open + 1, close) % SLOTS;
            }
        }
        return crc(bytes, from, to) % SLOTS;
    }

    private static int find(char brace, byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != brace) {
            i++;
        }
        return i;
    }

    private static int crc(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = (crc << 8 & 0xffff) ^ REMAINDERS[(crc >>> 8 ^ bytes[i]) & 0xff];
        }
        return crc;
    }

    private static char[] remainders() {
        char[] remainders = new char[256];
        for (int first = 0; first < remainders.length; first++) {
            int crc = first << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            remainders[first] = (char) crc;
        }
        return remainders;
    }
}
