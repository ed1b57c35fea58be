package vn.ganbo.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ganbo.document.CommentSlipText.Confirmation;
import vn.ganbo.document.CommentSlipText.Criterion;
import vn.ganbo.document.PaperText.Addressee;
import vn.ganbo.document.PaperText.Issuer;
import vn.ganbo.document.PaperText.Organ;
import vn.ganbo.document.PaperText.Person;
import vn.ganbo.document.PaperText.Signature;
import vn.ganbo.kernel.PartialDate;

/** Papers of one invented case, and of one whose every name is as long as names get. */
final class Examples {
    static final String CITATION =
            "Quy định số 213-QĐ/TW, ngày 02 tháng 01 năm 2020 của Bộ Chính trị về trách nhiệm của"
                    + " đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và Nhân"
                    + " dân nơi cư trú";

    static final IntroductionText.Sentences LETTER =
            new IntroductionText.Sentences(
                    "Thuộc đối tượng giới thiệu nhưng được miễn sinh hoạt nơi cư trú",
                    "Đề nghị các đồng chí tiếp nhận và tạo điều kiện cho đảng viên {họ tên} hoàn thành nhiệm vụ.");
    static final String PURPOSE =
            "có cơ sở kiểm điểm, đánh giá, xếp loại chất lượng đảng viên năm 2026";
    static final String REQUEST =
            "{cấp ủy} trân trọng đề nghị Chi ủy {chi bộ} nhận xét về đảng viên {họ tên} tại nơi cư trú (theo mẫu gửi đính kèm).";
    static final CommentSlipText.Form C1 =
            new CommentSlipText.Form(
                    "PHIẾU NHẬN XÉT",
                    "đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và Nhân dân nơi cư trú",
                    "{chi ủy} sau khi họp với ban công tác mặt trận {khu dân cư} thống nhất nhận xét về đảng viên {họ tên} như sau",
                    7,
                    "Nhận xét khác");
    static final CommentSlipText.Form C2 =
            new CommentSlipText.Form(
                    C1.title(),
                    "đảng viên được miễn sinh hoạt nơi cư trú",
                    C1.opening(),
                    4,
                    C1.otherLabel());

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    static final Issuer UNIVERSITY =
            new Issuer(
                    "Đảng bộ phường Nguyệt Hồ",
                    "Đảng ủy Trường Đại học Sông Ngàn",
                    Organ.COMMITTEE,
                    "Sông Ngàn");
    static final Issuer WARD =
            new Issuer(
                    "Đảng bộ tỉnh Sông Ngàn", "Đảng ủy phường Hoa Ban", Organ.COMMITTEE, "Hoa Ban");
    static final Issuer CELL =
            new Issuer("Đảng bộ phường Hoa Ban", "Chi bộ Tổ dân phố 3", Organ.CELL, "Hoa Ban");
    static final Addressee TO =
            new Addressee("Đảng ủy phường Hoa Ban", "tỉnh Sông Ngàn", "Chi bộ Tổ dân phố 3");
    static final Person PERSON =
            new Person(
                    "Lý Thị Mỹ Vỹ",
                    "Nữ",
                    PartialDate.day(LocalDate.of(1983, 10, 7)),
                    LocalDate.of(2010, 5, 19),
                    LocalDate.of(2011, 5, 19),
                    "Chi bộ Khoa Kỹ thuật số 7, Đảng bộ Trường Đại học Sông Ngàn",
                    "số 43/6 đường Bờ Kè, Tổ dân phố 3, phường Hoa Ban, tỉnh Sông Ngàn");

    static final Issuer LONG_ISSUER =
            new Issuer(
                    "Đảng bộ phường Nguyệt Hồ Thượng Đông Bắc",
                    "Đảng ủy Trường Đại học Nông Lâm nghiệp, Thủy lợi và Kỹ thuật Công nghệ Phân"
                            + " hiệu Thượng nguồn Sông Ngàn",
                    Organ.COMMITTEE,
                    "Thành phố Hồ Chí Minh");
    static final Addressee LONG_TO =
            new Addressee(
                    "Đảng ủy phường Nguyễn Nghiêm Thượng Đông Bắc Hòa Khánh",
                    "Thành phố Hồ Chí Minh",
                    "Chi bộ Tổ dân phố số 27 liên khu Nguyễn Nghiêm Thượng - Đông Bắc Hòa Khánh");
    static final Person LONG_PERSON =
            new Person(
                    "Công Tằng Tôn Nữ Hoàng Nguyễn Thị Thương Huyền Phương",
                    "Nữ",
                    PartialDate.day(LocalDate.of(1958, 12, 28)),
                    LocalDate.of(1983, 12, 22),
                    LocalDate.of(1984, 12, 22),
                    "Chi bộ Phòng Nghiên cứu ứng dụng và Chuyển giao công nghệ thủy lợi, Đảng bộ bộ"
                            + " phận Viện Nghiên cứu Nông nghiệp nhiệt đới, Đảng bộ Trường Đại học"
                            + " Nông Lâm nghiệp, Thủy lợi và Kỹ thuật Công nghệ Phân hiệu Thượng"
                            + " nguồn Sông Ngàn",
                    "căn hộ 2715, tầng 27, tháp Đông Nam, chung cư cao tầng Nguyễn Nghiêm Thượng,"
                            + " số 1247/36/18B đường Hoàng Hoa Thám nối dài, Tổ dân phố số 27 liên"
                            + " khu Nguyễn Nghiêm Thượng - Đông Bắc Hòa Khánh, phường Nguyễn Nghiêm"
                            + " Thượng Đông Bắc Hòa Khánh, Thành phố Hồ Chí Minh");
    static final Signature DEPUTY = new Signature("Phó Bí thư", "Lê Thị Mỹ Phượng");
    static final Signature SECRETARY = new Signature("Bí thư", "Đỗ Ngọc Thưởng");

    private Examples() {}

    static IntroductionText introduction() {
        return new IntroductionText(
                UNIVERSITY, "09-GGT/ĐU", DAY, TO, CITATION, PERSON, true, LETTER, DEPUTY);
    }

    static IntroductionText longIntroduction() {
        return new IntroductionText(
                LONG_ISSUER,
                "1248-GGT/ĐU",
                DAY,
                LONG_TO,
                CITATION,
                LONG_PERSON,
                true,
                LETTER,
                DEPUTY);
    }

    static AcknowledgementText acknowledgement() {
        return new AcknowledgementText(
                WARD,
                LocalDate.of(2026, 11, 23),
                "Đảng ủy Trường Đại học Sông Ngàn",
                "09-GGT/ĐU",
                DAY,
                PERSON,
                LocalDate.of(2026, 11, 23),
                "Chi bộ Tổ dân phố 3",
                AcknowledgementText.Contact.of("Vi Thị Mai", "0912 345 678", null),
                SECRETARY);
    }

    static AcknowledgementText longAcknowledgement() {
        return new AcknowledgementText(
                new Issuer(
                        "Đảng bộ Thành phố Hồ Chí Minh",
                        LONG_TO.committee(),
                        Organ.COMMITTEE,
                        "Thành phố Hồ Chí Minh"),
                DAY,
                LONG_ISSUER.name(),
                "1248-GGT/ĐU",
                DAY,
                LONG_PERSON,
                DAY,
                LONG_TO.cell(),
                AcknowledgementText.Contact.of(
                        "Nguyễn Thị Bích Phượng Hồng Nhung",
                        "0912 345 678",
                        "19 giờ 30, thứ Năm, 20/05/2027, tại Nhà văn hóa liên khu phố 14 và 15"),
                SECRETARY);
    }

    static OfficialLetterText letter() {
        return new OfficialLetterText(
                CELL,
                "03-CV/CB",
                DAY,
                new Addressee(
                        "Đảng ủy Trường Đại học Sông Ngàn",
                        "tỉnh Sông Ngàn",
                        "Chi bộ Khoa Kỹ thuật số 7"),
                "về việc góp ý khuyết điểm ở nơi cư trú của đồng chí Lý Thị Mỹ Vỹ",
                java.util.List.of(
                        "Hai kỳ họp năm 2026 đồng chí vắng mặt, chi bộ đã hỏi lý do và chưa có trả lời"
                                + " trong thời hạn.",
                        "Chi ủy đã họp ngày 20/11/2026, có mặt 3, tán thành 3.",
                        "Đề nghị các đồng chí cho ý kiến trả lời trước hết ngày 07/12/2026."),
                PERSON,
                SECRETARY);
    }

    static WrittenText written(PaperKind kind, String number) {
        boolean decision = kind == PaperKind.DECISION;
        return new WrittenText(
                kind,
                CELL,
                number,
                DAY,
                kind == PaperKind.INVITATION
                        ? null
                        : "về việc chuẩn bị sinh hoạt cuối năm của chi bộ",
                kind == PaperKind.INVITATION
                        ? java.util.List.of("đồng chí Lý Thị Mỹ Vỹ, Trường Đại học Sông Ngàn")
                        : java.util.List.of(),
                decision
                        ? java.util.List.of(CITATION + ";", "Xét đề nghị của chi ủy,")
                        : java.util.List.of(),
                java.util.List.of(
                        "Chi bộ sinh hoạt lúc 19 giờ 30, Thứ Sáu, 04/12/2026 tại nhà văn hóa tổ dân phố.",
                        "Nội dung: nhận xét đảng viên đang công tác giữ mối liên hệ nơi cư trú.",
                        "Các đồng chí chuẩn bị ý kiến, dự họp đầy đủ, đúng giờ."),
                decision ? PERSON : null,
                java.util.List.of("Đảng ủy phường Hoa Ban"),
                kind == PaperKind.MINUTES ? Signature.byHand() : SECRETARY,
                null);
    }

    static OfficialLetterText longLetter() {
        return new OfficialLetterText(
                LONG_ISSUER,
                "1248-CV/ĐU",
                DAY,
                LONG_TO,
                "về việc thay đổi chức vụ, công tác của đồng chí " + LONG_PERSON.name(),
                java.util.List.of(
                        "Đồng chí giữ chức vụ Phó Trưởng phòng Nghiên cứu ứng dụng và Chuyển giao"
                                + " công nghệ thủy lợi, kiêm Giám đốc Trung tâm Thực nghiệm, theo"
                                + " quyết định số 1248-QĐ/ĐHNL ngày 01/11/2026.",
                        "Đề nghị các đồng chí cho ý kiến trả lời trước hết ngày 07/12/2026."),
                LONG_PERSON,
                DEPUTY);
    }

    static CommentRequestText request() {
        return new CommentRequestText(
                UNIVERSITY,
                "04-PXYK/ĐU",
                DAY,
                TO,
                CITATION,
                PERSON,
                PURPOSE,
                REQUEST,
                LocalDate.of(2026, 12, 5),
                DEPUTY);
    }

    static CommentRequestText longRequest() {
        return new CommentRequestText(
                LONG_ISSUER,
                "1248-PXYK/ĐU",
                DAY,
                LONG_TO,
                CITATION,
                LONG_PERSON,
                PURPOSE,
                REQUEST,
                LocalDate.of(2026, 12, 5),
                DEPUTY);
    }

    static CommentSlipText slip(@Nullable String other, @Nullable Confirmation confirmation) {
        return new CommentSlipText(
                CELL,
                LocalDate.of(2026, 11, 28),
                C1,
                "Tổ dân phố 3",
                "Chi ủy Chi bộ Tổ dân phố 3",
                PERSON,
                normal(),
                other,
                SECRETARY,
                "Đảng ủy phường Hoa Ban",
                confirmation);
    }

    static CommentSlipText exemptSlip() {
        return new CommentSlipText(
                CELL,
                LocalDate.of(2026, 11, 28),
                C2,
                "Tổ dân phố 3",
                "Bí thư Chi bộ Tổ dân phố 3",
                PERSON,
                exempt(),
                null,
                SECRETARY,
                "Đảng ủy phường Hoa Ban",
                null);
    }

    static CommentSlipText longSlip() {
        return new CommentSlipText(
                new Issuer(
                        "Đảng bộ phường Nguyễn Nghiêm Thượng Đông Bắc Hòa Khánh",
                        "Chi bộ Tổ dân phố số 27 liên khu Nguyễn Nghiêm Thượng - Đông Bắc Hòa Khánh",
                        Organ.CELL,
                        "Thành phố Hồ Chí Minh"),
                DAY,
                C1,
                "Tổ dân phố số 27 liên khu Nguyễn Nghiêm Thượng - Đông Bắc Hòa Khánh",
                "Chi ủy Chi bộ Tổ dân phố số 27 liên khu Nguyễn Nghiêm Thượng - Đông Bắc Hòa Khánh",
                LONG_PERSON,
                normal(),
                "Đồng chí nhiệt tình tham gia xây dựng tuyến hẻm xanh, sạch, đẹp; vận động bốn hộ"
                        + " gia đình hiến đất mở rộng hẻm; thường xuyên giúp đỡ các cụ cao tuổi"
                        + " trong tổ dân phố và góp nhiều ý kiến xây dựng chi bộ.",
                SECRETARY,
                "Đảng ủy phường Nguyễn Nghiêm Thượng Đông Bắc Hòa Khánh",
                confirmation());
    }

    static Confirmation confirmation() {
        return new Confirmation(
                LocalDate.of(2026, 12, 1), new Signature("Phó Bí thư", "Trần Quốc Khuê"));
    }

    /** Form C1 in the words of regulations/213-qd-tw.yaml; a test compares them. */
    private static List<Criterion> normal() {
        return List.of(
                line(
                        1,
                        "Nêu gương về phẩm chất chính trị, đạo đức, lối sống và vai trò tiền phong, gương mẫu",
                        0,
                        "Nêu gương tốt",
                        "Nêu gương",
                        "Chưa nêu gương"),
                line(
                        2,
                        "Thực hiện nghĩa vụ công dân nơi cư trú",
                        1,
                        "Gương mẫu đi đầu",
                        "Gương mẫu",
                        "Chưa gương mẫu"),
                line(
                        3,
                        "Tham gia các cuộc họp do cấp ủy nơi cư trú triệu tập",
                        0,
                        "Tham gia đầy đủ",
                        "Tham gia chưa đầy đủ",
                        "Không tham gia"),
                line(
                        4,
                        "Giữ mối liên hệ với chi ủy, trưởng thôn, bản, tổ trưởng dân phố, ban công tác mặt trận nơi cư trú",
                        0,
                        "Thường xuyên, tích cực",
                        "Thường xuyên",
                        "Chưa thường xuyên"),
                line(
                        5,
                        "Tuyên truyền, vận động và tham gia góp ý kiến xây dựng nơi cư trú",
                        1,
                        "Rất tích cực",
                        "Tích cực",
                        "Chưa tích cực"),
                line(6, "Đề nghị", 0, "Biểu dương", "Không đề nghị", "Xem xét xử lý"));
    }

    private static List<Criterion> exempt() {
        return List.of(
                line(
                        1,
                        "Nêu gương về phẩm chất chính trị, đạo đức, lối sống và vai trò tiền phong, gương mẫu",
                        0,
                        "Nêu gương tốt",
                        "Nêu gương",
                        "Chưa nêu gương"),
                line(
                        2,
                        "Thực hiện nghĩa vụ công dân nơi cư trú",
                        0,
                        "Thực hiện tốt",
                        "Thực hiện",
                        "Chưa thực hiện"),
                line(
                        3,
                        "Tuyên truyền, vận động, phản ánh và báo cáo khi có thay đổi",
                        1,
                        "Thực hiện tốt",
                        "Thực hiện",
                        "Chưa thực hiện"));
    }

    private static Criterion line(int no, String text, int chosen, String... options) {
        return new Criterion(no, text, List.of(options), options[chosen]);
    }

    /** Every paper under a short name, for tests that ask the same of all. */
    static java.util.Map<String, PaperText> all() {
        java.util.Map<String, PaperText> all = new java.util.LinkedHashMap<>();
        all.put("introduction", introduction());
        all.put("introduction-long", longIntroduction());
        all.put("acknowledgement", acknowledgement());
        all.put("acknowledgement-long", longAcknowledgement());
        all.put("request", request());
        all.put("request-long", longRequest());
        all.put("letter", letter());
        all.put("letter-long", longLetter());
        all.put("invitation", written(PaperKind.INVITATION, "07-GM/CB"));
        all.put("announcement", written(PaperKind.ANNOUNCEMENT, "02-TB/CB"));
        all.put("minutes", written(PaperKind.MINUTES, "05-BB/CB"));
        all.put("decision", written(PaperKind.DECISION, "11-QĐ/CB"));
        all.put("transferletter", written(PaperKind.TRANSFER_LETTER, "03-GTSHĐ/CB"));
        all.put("slip", slip(null, null));
        all.put("slip-confirmed", slip("Đồng chí nhiệt tình với việc chung.", confirmation()));
        all.put("slip-exempt", exemptSlip());
        all.put("slip-long", longSlip());
        return all;
    }
}
