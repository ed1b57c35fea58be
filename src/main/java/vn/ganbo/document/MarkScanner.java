package vn.ganbo.document;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Finds the mark on a photograph, or on the first page of a scanned PDF. */
final class MarkScanner {
    private static final int[] RESOLUTIONS = {200, 300};

    /** Points: an A3 sheet. Greater pages are not drawn. */
    private static final float GREATEST = 1200;

    /** Pixels of a photograph that is looked at as it is; greater ones are thinned out. */
    private static final long PIXELS = 16_000_000;

    /**
     * Pixels of a sheet scanned at 200 dots to the inch: the squares of its mark are but two wide.
     */
    private static final long SMALL = 4_500_000;

    /** Pixels of a photograph that is read at all. */
    private static final long MOST = 200_000_000;

    private MarkScanner() {}

    /** The mark on the first page. */
    static Optional<Mark> onFirstPage(PDDocument document) throws IOException {
        if (document.getNumberOfPages() == 0) {
            return Optional.empty();
        }
        PDRectangle page = document.getPage(0).getCropBox();
        if (Math.max(page.getWidth(), page.getHeight()) > GREATEST) {
            return Optional.empty();
        }
        PDFRenderer renderer = new PDFRenderer(document);
        for (int resolution : RESOLUTIONS) {
            Optional<Mark> mark = in(renderer.renderImageWithDPI(0, resolution, ImageType.GRAY));
            if (mark.isPresent()) {
                return mark;
            }
        }
        return Optional.empty();
    }

    /**
     * The mark on a photograph.
     *
     * @throws IOException for a file that is no picture
     */
    static Optional<Mark> onPicture(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST) {
                    throw new IOException("too great a picture");
                }
                int step = (int) Math.ceil(Math.sqrt((double) pixels / PIXELS));
                ImageReadParam every = reader.getDefaultReadParam();
                every.setSourceSubsampling(step, step, 0, 0);
                BufferedImage picture = reader.read(0, every);
                Optional<Mark> mark = in(picture);
                return mark.isEmpty() && pixels <= SMALL ? in(doubled(picture)) : mark;
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage doubled(BufferedImage picture) {
        int width = 2 * picture.getWidth();
        int height = 2 * picture.getHeight();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = out.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return out;
    }

    /** Black and white by what is near, for photographs; else by the whole, for scanned sheets. */
    private static Optional<Mark> in(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
        Optional<Mark> mark = in(new HybridBinarizer(light));
        return mark.isPresent() ? mark : in(new GlobalHistogramBinarizer(light));
    }

    private static Optional<Mark> in(Binarizer black) {
        try {
            return Arrays.stream(
                            new QRCodeMultiReader()
                                    .decodeMultiple(
                                            new BinaryBitmap(black),
                                            Map.of(DecodeHintType.TRY_HARDER, true)))
                    .flatMap(found -> Mark.read(found.getText()).stream())
                    .findFirst();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
