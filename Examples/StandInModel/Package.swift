// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "stand-in-model",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "stand-in-model", targets: ["stand-in-model"])
    ],
    dependencies: [
        // In a project of your own: .package(url: "https://…/swift-helpdesk", from: "…", traits: ["AsyncHTTPClient"])
        .package(name: "swift-helpdesk", path: "../..", traits: ["AsyncHTTPClient"]),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "stand-in-model",
            dependencies: [
                .product(name: "HelpdeskTesting", package: "swift-helpdesk"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/StandInModel",
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ])
    ]
)
