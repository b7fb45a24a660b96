// swift-tools-version: 6.2

import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "Micro",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-helpdesk", path: "../.."),
        // Without traits: only instructions and times are measured, and its interposers stay out of the process.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(
            name: "MicroWorkloads",
            dependencies: [
                .product(name: "HelpdeskKnowledge", package: "swift-helpdesk"),
                .product(name: "HelpdeskTesting", package: "swift-helpdesk"),
                .product(name: "HelpdeskTriage", package: "swift-helpdesk"),
                .product(name: "SentenceEmbeddings", package: "swift-helpdesk"),
                .product(name: "VectorSearch", package: "swift-helpdesk"),
                .product(name: "WordPiece", package: "swift-helpdesk"),
            ],
            swiftSettings: swiftSettings),
        .executableTarget(name: "micro-run", dependencies: ["MicroWorkloads"], swiftSettings: swiftSettings),
        // The plugin looks for its targets in a folder of this name.
        .executableTarget(
            name: "MicroBenchmarks",
            dependencies: ["MicroWorkloads", .product(name: "Benchmark", package: "benchmark")],
            path: "Benchmarks/MicroBenchmarks",
            swiftSettings: swiftSettings,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ]
)
