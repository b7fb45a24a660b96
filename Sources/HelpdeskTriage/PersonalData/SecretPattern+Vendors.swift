extension SecretPattern {
    /// The patterns by the first sign of their prefix. Public keys and ids (`pk_…`, `AC…`, `sq0idp-…`) are not among
    /// them.
    ///
    /// Source: the vendors' documentation of their keys, and what GitHub's secret scanning lists.
    static let byFirstSign: [[SecretPattern]] = {
        var table = [[SecretPattern]](repeating: [], count: 128)
        for pattern in all { table[Int(pattern.prefix[0])].append(pattern) }
        return table
    }()

    private static let all: [SecretPattern] = languageModels + code + clouds + commerce + messages + tools + more

    private static let languageModels = [
        // OpenAI, Anthropic, OpenRouter and others that took up the form
        SecretPattern("sk-ant-", .token, 16), SecretPattern("sk-proj-", .token, 16),
        SecretPattern("sk-svcacct-", .token, 16), SecretPattern("sk-admin-", .token, 16),
        SecretPattern("sk-or-v1-", .token, 16), SecretPattern("sk-", .token, 20, mustLookRandom: true),
        SecretPattern("hf_", .token, 20), SecretPattern("api_org_", .token, 20), SecretPattern("gsk_", .token, 24),
        SecretPattern("xai-", .token, 32), SecretPattern("pplx-", .token, 24), SecretPattern("r8_", .token, 30),
        SecretPattern("pcsk_", .token, 24), SecretPattern("lsv2_pt_", .token, 24),
        SecretPattern("lsv2_sk_", .token, 24),
    ]

    private static let code = [
        SecretPattern("ghp_", .token, 20), SecretPattern("gho_", .token, 20), SecretPattern("ghu_", .token, 20),
        SecretPattern("ghs_", .token, 20), SecretPattern("ghr_", .token, 20), SecretPattern("github_pat_", .token, 20),
        SecretPattern("glpat-", .dotted, 16), SecretPattern("gldt-", .token, 16), SecretPattern("glrt-", .dotted, 16),
        SecretPattern("glcbt-", .token, 16), SecretPattern("glptt-", .token, 16), SecretPattern("glft-", .token, 16),
        SecretPattern("glsoat-", .token, 16), SecretPattern("glimt-", .token, 16),
        SecretPattern("glagent-", .token, 16),
        SecretPattern("gloas-", .token, 16), SecretPattern("ATATT3", .base64, 24), SecretPattern("ATCTT3", .base64, 24),
        SecretPattern("ATBB", .exact, 32), SecretPattern("npm_", .token, 30), SecretPattern("pypi-", .token, 30),
        SecretPattern("rubygems_", .hexadecimal, 48), SecretPattern("dckr_pat_", .token, 20),
        SecretPattern("dckr_oat_", .token, 20), SecretPattern("lin_api_", .token, 24),
        SecretPattern("lin_oauth_", .token, 24), SecretPattern("sntrys_", .base64, 24),
        SecretPattern("sntryu_", .token, 24),
        SecretPattern("squ_", .hexadecimal, 40), SecretPattern("sqp_", .hexadecimal, 40),
        SecretPattern("CCIPAT_", .token, 24), SecretPattern("bkua_", .token, 24),
    ]

    private static let clouds = [
        SecretPattern("AKIA", .exact, 16), SecretPattern("ASIA", .exact, 16), SecretPattern("ABIA", .exact, 16),
        SecretPattern("ACCA", .exact, 16), SecretPattern("AIza", .token, 30), SecretPattern("ya29.", .dotted, 20),
        SecretPattern("GOCSPX-", .token, 20), SecretPattern("1//0", .token, 30), SecretPattern("dop_v1_", .token, 32),
        SecretPattern("doo_v1_", .token, 32), SecretPattern("dor_v1_", .token, 32),
        SecretPattern("dapi", .hexadecimal, 32),
        SecretPattern("v1.0-", .token, 60), SecretPattern("hvs.", .token, 20), SecretPattern("hvb.", .token, 20),
        SecretPattern("HRKU-", .token, 30), SecretPattern("sbp_", .token, 30), SecretPattern("sb_secret_", .token, 20),
        SecretPattern("nfp_", .token, 30), SecretPattern("pscale_tkn_", .dotted, 24),
        SecretPattern("pscale_pw_", .dotted, 24), SecretPattern("pscale_oauth_", .dotted, 24),
        SecretPattern("tskey-", .token, 20), SecretPattern("dp.pt.", .token, 30), SecretPattern("dp.st.", .dotted, 30),
        SecretPattern("pul-", .hexadecimal, 40), SecretPattern("FlyV1", .base64, 40),
        SecretPattern("fm2_", .base64, 40),
        SecretPattern("AGE-SECRET-KEY-1", .token, 30),
    ]

    private static let commerce = [
        SecretPattern("sk_live_", .token, 16), SecretPattern("sk_test_", .token, 16),
        SecretPattern("rk_live_", .token, 16),
        SecretPattern("rk_test_", .token, 16), SecretPattern("whsec_", .base64, 16),
        SecretPattern("shpat_", .token, 24),
        SecretPattern("shpca_", .token, 24), SecretPattern("shppa_", .token, 24), SecretPattern("shpss_", .token, 24),
        SecretPattern("shptka_", .token, 24), SecretPattern("sq0atp-", .token, 16),
        SecretPattern("sq0csp-", .token, 16),
        SecretPattern("EAA", .token, 56), SecretPattern("FLWSECK", .token, 24),
        SecretPattern("access-sandbox-", .token, 32),
        SecretPattern("access-production-", .token, 32), SecretPattern("pat-na1-", .token, 24),
        SecretPattern("pat-na2-", .token, 24), SecretPattern("pat-eu1-", .token, 24),
    ]

    private static let messages = [
        SecretPattern("xoxb-", .token, 16), SecretPattern("xoxp-", .token, 16), SecretPattern("xoxa-", .token, 16),
        SecretPattern("xoxr-", .token, 16), SecretPattern("xoxs-", .token, 16), SecretPattern("xoxo-", .token, 16),
        SecretPattern("xoxc-", .token, 16), SecretPattern("xoxd-", .base64, 16), SecretPattern("xoxe-", .token, 16),
        SecretPattern("xoxe.", .dotted, 24), SecretPattern("xapp-", .token, 16), SecretPattern("SK", .hexadecimal, 32),
        SecretPattern("SG.", .dotted, 30), SecretPattern("key-", .exact, 32), SecretPattern("xkeysib-", .token, 24),
        SecretPattern("xsmtpsib-", .token, 24),
    ]

    private static let tools = [
        SecretPattern("ntn_", .token, 24), SecretPattern("secret_", .exact, 43), SecretPattern("PMAK-", .token, 30),
        SecretPattern("sl.", .token, 40), SecretPattern("figd_", .token, 20), SecretPattern("figo_", .token, 20),
        SecretPattern("glsa_", .token, 24), SecretPattern("glc_", .base64, 32), SecretPattern("NRAK-", .exact, 27),
        SecretPattern("CFPAT-", .token, 32), SecretPattern("tfp_", .token, 32), SecretPattern("sk.eyJ", .dotted, 40),
        SecretPattern("aio_", .exact, 28), SecretPattern("pat", .dotted, 70, mustLookRandom: true),
        SecretPattern("phx_", .token, 30), SecretPattern("ops_eyJ", .token, 40),
        SecretPattern("xoxe.xoxp-", .token, 16),
    ]

    private static let more = [
        SecretPattern("LTAI", .exact, 20), SecretPattern("AKCp", .token, 60), SecretPattern("p8e-", .exact, 32),
        SecretPattern("ABSK", .base64, 60), SecretPattern("bedrock-api-key-", .base64, 24),
        SecretPattern("CLOJARS_", .token, 40), SecretPattern("dnkey-", .token, 40),
        SecretPattern("duffel_live_", .token, 30),
        SecretPattern("duffel_test_", .token, 30), SecretPattern("dt0c01.", .dotted, 60),
        SecretPattern("EZAK", .exact, 54),
        SecretPattern("EZTK", .exact, 54), SecretPattern("fo1_", .token, 40), SecretPattern("fio-u-", .token, 50),
        SecretPattern("glffct-", .token, 16), SecretPattern("GR1348941", .token, 20),
        SecretPattern("eyJrIjoi", .base64, 60),
        SecretPattern("sat.", .dotted, 50, mustLookRandom: true),
        SecretPattern("s-s4t2ud-", .token, 60), SecretPattern("s-s4t2af-", .token, 60),
        SecretPattern("NRII-", .token, 30),
        SecretPattern("API-", .exact, 26), SecretPattern("sha256~", .token, 40), SecretPattern("pnu_", .exact, 36),
        SecretPattern("rdme_", .token, 60), SecretPattern("tk-us-", .token, 40),
        SecretPattern("shippo_live_", .token, 32),
        SecretPattern("shippo_test_", .token, 32), SecretPattern("sgp_", .token, 40),
        SecretPattern("AAAAAAAAAAAAAAAAAAAAA", .base64, 60), SecretPattern("AQVN", .token, 35),
        SecretPattern("YCAJ", .token, 20), SecretPattern("A3-", .token, 30, mustLookRandom: true),
        SecretPattern("ops_eyJ", .base64, 60), SecretPattern("sm_pat_", .token, 16),
        SecretPattern("sm_aat_", .token, 16),
        SecretPattern("sm_sat_", .token, 16), SecretPattern("access-development-", .token, 32),
    ]
}
