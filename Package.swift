// swift-tools-version: 6.2

import PackageDescription

/// Every Swift target of the package is compiled with these.
let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// What the trait AsyncHTTPClient adds: a transport that goes to the network.
let asyncHTTPClient: [Target.Dependency] = [
    .product(name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["AsyncHTTPClient"])),
    .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
    .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
    .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
    .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
]

/// What the scripted server of the tests is made of, which comes with the trait AsyncHTTPClient.
let server: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
    .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
    .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
    .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
]

/// What the trait Observability adds: metrics and traces.
let observability: [Target.Dependency] = [
    .product(name: "CoreMetrics", package: "swift-metrics", condition: .when(traits: ["Observability"])),
    .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Observability"])),
]

/// The libraries a host can import, lowest layer first. Each is a target and a product of the same name.
/// A target depends only on targets listed before it.
let layers: [(name: String, dependencies: [Target.Dependency])] = [
    ("HelpdeskMath", ["CHelpdeskBLAS", "CHelpdeskLAPACKE", "CHelpdeskKernels"]),
    ("VectorSearch", ["HelpdeskMath", "CHelpdeskKernels"]),
    ("WordPiece", ["HelpdeskJSON"]),
    ("SentenceEmbeddings", ["WordPiece", "HelpdeskMath", "HelpdeskJSON", "CHelpdeskKernels"]),
    ("HelpdeskLanguage", []),
    ("HelpdeskTriage", ["SentenceEmbeddings", "HelpdeskMath"]),
    ("HelpdeskKnowledge", ["SentenceEmbeddings", "VectorSearch", "HelpdeskMath"]),
    (
        "Helpdesk",
        [
            "HelpdeskMath", "HelpdeskKnowledge", "HelpdeskTriage", "HelpdeskLanguage", "SentenceEmbeddings",
            "VectorSearch",
            .product(name: "Logging", package: "swift-log"),
        ]
    ),
    (
        "HelpdeskHTTP",
        ["HelpdeskLanguage", "HelpdeskJSON", .product(name: "HTTPTypes", package: "swift-http-types")]
            + asyncHTTPClient
    ),
    (
        "HelpdeskClaude",
        [
            "HelpdeskHTTP", "HelpdeskLanguage", "HelpdeskJSON",
            .product(name: "HTTPTypes", package: "swift-http-types"),
        ]
    ),
    (
        "HelpdeskOpenAI",
        [
            "HelpdeskHTTP", "HelpdeskLanguage", "SentenceEmbeddings", "HelpdeskJSON",
            .product(name: "HTTPTypes", package: "swift-http-types"),
        ]
    ),
    ("HelpdeskObservability", ["Helpdesk"] + observability),
    ("HelpdeskFiles", ["HelpdeskKnowledge", "SentenceEmbeddings", "VectorSearch", "HelpdeskJSON"]),
    (
        "HelpdeskTesting",
        [
            "Helpdesk", "HelpdeskKnowledge", "HelpdeskLanguage", "HelpdeskTriage", "SentenceEmbeddings", "VectorSearch",
            "HelpdeskJSON", "HelpdeskHTTP", .product(name: "HTTPTypes", package: "swift-http-types"),
        ] + server
    ),
]

let package = Package(
    name: "swift-helpdesk",
    platforms: [.macOS(.v15)],
    products: layers.map { .library(name: $0.name, targets: [$0.name]) },
    traits: [
        .trait(name: "AsyncHTTPClient", description: "A transport over AsyncHTTPClient, and a server for tests"),
        .trait(
            name: "Observability", description: "Metrics and traces of the agent, over the packages of swift-server"),
        .default(enabledTraits: []),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        // Fetched only where a trait asks for them.
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
    ],
    targets: [
        .systemLibrary(
            name: "CHelpdeskBLAS",
            providers: [.apt(["libblas-dev"]), .brew(["openblas"])]
        ),
        .systemLibrary(
            name: "CHelpdeskLAPACKE",
            providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]
        ),
        .target(name: "CHelpdeskKernels"),
        .target(name: "HelpdeskJSON", swiftSettings: swiftSettings),
    ]
        + layers.map { .target(name: $0.name, dependencies: $0.dependencies, swiftSettings: swiftSettings) }
        + [
            .testTarget(
                name: "CHelpdeskKernelsTests", dependencies: ["CHelpdeskKernels"], swiftSettings: swiftSettings),
            .testTarget(name: "HelpdeskJSONTests", dependencies: ["HelpdeskJSON"], swiftSettings: swiftSettings),
        ]
        + layers.map {
            .testTarget(
                name: "\($0.name)Tests",
                dependencies: [.target(name: $0.name)] + $0.dependencies.filter(isLayer) + testDependencies($0.name),
                resources: hasGoldenFiles($0.name) ? [.copy("Golden")] : [],
                swiftSettings: swiftSettings)
        }
)

/// Whether tests may import a dependency of their layer too: all but the shims of system libraries.
func isLayer(_ dependency: Target.Dependency) -> Bool {
    if case .byNameItem(let name, _) = dependency {
        return !name.hasPrefix("CHelpdeskBLAS") && !name.hasPrefix("CHelpdeskLAPACKE")
    }
    return true
}

/// Whether the tests of a layer compare with files that a reference made.
func hasGoldenFiles(_ name: String) -> Bool {
    [
        "WordPiece", "SentenceEmbeddings", "VectorSearch", "HelpdeskHTTP", "HelpdeskClaude", "HelpdeskOpenAI",
    ].contains(name)
}

/// What the tests of a layer use beyond the layer itself.
func testDependencies(_ name: String) -> [Target.Dependency] {
    switch name {
    case "SentenceEmbeddings", "HelpdeskKnowledge", "Helpdesk", "VectorSearch", "HelpdeskTesting":
        ["HelpdeskFiles", "HelpdeskTesting"].filter { $0 != name }.map { .target(name: $0) }
            + (name == "Helpdesk" || name == "HelpdeskTesting" ? ["HelpdeskClaude", "HelpdeskOpenAI"] : [])
    case "HelpdeskLanguage", "HelpdeskHTTP", "HelpdeskClaude", "HelpdeskOpenAI": ["HelpdeskTesting"]
    case "HelpdeskObservability":
        [
            "HelpdeskTesting",
            .product(name: "MetricsTestKit", package: "swift-metrics", condition: .when(traits: ["Observability"])),
            .product(
                name: "InMemoryTracing", package: "swift-distributed-tracing",
                condition: .when(traits: ["Observability"])),
        ]
    default: []
    }
}
